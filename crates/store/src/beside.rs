//! Looks of several nouns side by side: each is an ordinary function that reads, as it would alone; what all of them ask
//! for next is asked for in one statement. So a page is as many statements as its longest chain of questions has steps,
//! however many nouns it shows (docs/adr/0012).

use std::{
    future::{Future, poll_fn},
    mem,
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
};

use tokio::sync::oneshot;

use crate::{
    db::{Arg, Conn, Engine, Row},
    error::{Result, StoreError},
};

/// Texts with what they are asked with.
type Parts = Vec<(&'static str, Vec<Arg>)>;

/// What one side asks for next.
struct Question {
    side: usize,
    parts: Parts,
    count: usize,
    answer: oneshot::Sender<Vec<Vec<Row>>>,
}

/// What the sides ask for and nobody has asked the database yet.
type Open = Arc<Mutex<Vec<Question>>>;

/// The connection of one side: it asks together with those beside it.
pub(crate) struct Side {
    number: usize,
    pub(crate) engine: Engine,
    open: Open,
}

impl Side {
    /// The rows of each text, as soon as the others have said what they ask for.
    pub(crate) async fn ask(&self, parts: Parts) -> Result<Vec<Vec<Row>>> {
        let (answer, told) = oneshot::channel();
        self.open.lock().unwrap_or_else(PoisonError::into_inner).push(Question { side: self.number, count: parts.len(), parts, answer });
        told.await.map_err(|_| StoreError::Missing("an answer to one of several"))
    }
}

/// Several readers beside one another. Written with [`beside!`](crate::beside).
pub struct Sides {
    engine: Engine,
    open: Open,
    sides: AtomicUsize,
}

impl Sides {
    /// Sides of this connection, none yet.
    #[must_use]
    pub fn of(conn: &Conn<'_>) -> Self {
        Self { engine: conn.engine(), open: Open::default(), sides: AtomicUsize::new(0) }
    }

    /// The connection of one more side. It reads only.
    #[must_use]
    pub fn side(&self) -> Conn<'static> {
        let number = self.sides.fetch_add(1, Ordering::Relaxed);
        Conn::beside(Side { number, engine: self.engine, open: Arc::clone(&self.open) })
    }

    /// Lets the sides read to their ends, asking the database whenever all that go on have said what for.
    ///
    /// # Errors
    /// The engine's words; what one of the sides answers.
    pub async fn read<T, E: From<StoreError>>(&self, conn: &mut Conn<'_>, sides: impl Future<Output = Result<T, E>>) -> Result<T, E> {
        let mut sides = pin!(sides);
        loop {
            let step = poll_fn(|cx| match sides.as_mut().poll(cx) {
                Poll::Ready(done) => Poll::Ready(Some(done)),
                Poll::Pending if self.anything_open() => Poll::Ready(None),
                Poll::Pending => Poll::Pending,
            });
            if let Some(done) = step.await {
                return done;
            }
            self.answer(conn).await?;
        }
    }

    fn anything_open(&self) -> bool {
        !self.open.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    async fn answer(&self, conn: &mut Conn<'_>) -> Result<()> {
        let mut open = mem::take(&mut *self.open.lock().unwrap_or_else(PoisonError::into_inner));
        // One order of the sides, whichever spoke first: one text for the engine to know.
        open.sort_by_key(|q| q.side);
        let parts = open.iter_mut().flat_map(|q| mem::take(&mut q.parts)).collect::<Vec<_>>();
        let counts: Vec<usize> = open.iter().map(|q| q.count).collect();
        let mut rows = conn.parts(parts).await?.into_iter();
        for (question, count) in open.into_iter().zip(counts) {
            // A side that ended early does not listen any more.
            let _ = question.answer.send(rows.by_ref().take(count).collect());
        }
        Ok(())
    }
}

/// Reads several nouns side by side: `beside!(conn, |c| village::of_unit(c, unit), |c| people::posts(c, unit, day))`
/// answers a tuple. The readers fail with one kind of error; the first failure ends all.
#[macro_export]
macro_rules! beside {
    ($conn:expr, $(|$c:ident| $reads:expr),+ $(,)?) => {{
        let conn: &mut $crate::Conn<'_> = $conn;
        let sides = $crate::Sides::of(conn);
        let all = async {
            $crate::try_join!($(async {
                let mut side = sides.side();
                let $c = &mut side;
                $reads.await
            }),+)
        };
        sides.read(conn, all).await
    }};
}

/// Sides of one statement at most: a text is made for each number of sides, and kept.
#[doc(hidden)]
pub const SIDES_MAX: usize = 32;

/// All of them, polled together, to the end or to the first failure.
///
/// # Errors
/// The first failure.
#[doc(hidden)]
pub async fn all<T, E>(readers: Vec<impl Future<Output = Result<T, E>>>) -> Result<Vec<T>, E> {
    let mut readers: Vec<_> = readers.into_iter().map(|r| (Box::pin(r), None)).collect();
    poll_fn(|cx| {
        let mut waits = false;
        for (reader, done) in readers.iter_mut().filter(|(_, done)| done.is_none()) {
            match reader.as_mut().poll(cx) {
                Poll::Ready(Ok(value)) => *done = Some(value),
                Poll::Ready(Err(e)) => return Poll::Ready(Err(e)),
                Poll::Pending => waits = true,
            }
        }
        if waits { Poll::Pending } else { Poll::Ready(Ok(())) }
    })
    .await?;
    Ok(readers.into_iter().filter_map(|(_, done)| done).collect())
}

/// Reads the same of each of some things side by side: `beside_each!(conn, ids, |c, id| noun::find(c, id))` answers a list in
/// their order, in one statement for every thirty-two of them.
#[macro_export]
macro_rules! beside_each {
    ($conn:expr, $things:expr, |$c:ident, $thing:ident| $reads:expr) => {{
        let conn: &mut $crate::Conn<'_> = $conn;
        let mut things = $things.into_iter();
        let mut seen = Ok(Vec::new());
        while let Ok(before) = &mut seen {
            let some: Vec<_> = things.by_ref().take($crate::SIDES_MAX).collect();
            if some.is_empty() {
                break;
            }
            let sides = $crate::Sides::of(conn);
            let mut asks: Vec<_> = some.iter().map(|_| sides.side()).collect();
            let readers = asks.iter_mut().zip(some).map(|($c, $thing)| $reads);
            match sides.read(conn, $crate::all(readers.collect())).await {
                Ok(more) => before.extend(more),
                Err(e) => seen = Err(e),
            }
        }
        seen
    }};
}

//! Between the program and PostgreSQL: what both say is passed on, and at its commit a transaction is cut wherever one likes.
//!
//! To the server a killed program is a connection that ends without a goodbye. So only the server's side is cut: the
//! connection is closed after some of what the program said in its transaction, the rows are looked at, and on a new
//! connection all of it is said again, from BEGIN. The program waits for an answer and knows nothing of it.

use std::{
    collections::BTreeMap,
    io::{self, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    time::Duration,
};

use crate::count::{Dice, some_of};

/// Where a transaction is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// So many of its statements were answered, of so many; the last of these is the moment before its commit.
    After(u64, u64),
    /// Half of the message that commits was sent.
    HalfOfCommit,
    /// The commit was sent, its answer not waited for.
    CommitSent,
    /// The server had answered the commit.
    Committed,
}

/// The next transaction that commits is to be cut.
pub struct Order {
    /// At so many places.
    pub so_many: u64,
    /// Which, where not all.
    pub dice: Dice,
    /// Looks at the rows once the server has ended the connection of that process number; answers whether the transaction is
    /// there.
    pub look: Box<dyn FnMut(Cut, i64) -> bool + Send>,
}

/// What a connection said, and what it was answered.
type Said = (Vec<u8>, Vec<u8>);
/// The statements that a connection has prepared, by their name.
type Prepared = BTreeMap<Vec<u8>, Vec<u8>>;

/// The relay at work.
pub struct Relay {
    /// The address of the database by way of it.
    pub url: String,
    order: Arc<Mutex<Option<Order>>>,
}

impl Relay {
    /// Stands before the database of that address, whose server trusts who comes.
    pub fn before(url: &str) -> Self {
        let (user, rest) = url.split_once('@').unwrap();
        let (server, database) = rest.split_once('/').unwrap();
        let here = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("{user}@{}/{database}", here.local_addr().unwrap());
        let (server, order) = (server.to_owned(), Arc::<Mutex<Option<Order>>>::default());
        let orders = Arc::clone(&order);
        std::thread::spawn(move || {
            for client in here.incoming().map_while(Result::ok) {
                let (server, orders) = (server.clone(), Arc::clone(&orders));
                // It ends where one of both is gone.
                std::thread::spawn(move || drop(Line::open(client, server, orders).and_then(Line::pass_on)));
            }
        });
        Self { url, order }
    }

    /// Asks for it.
    pub fn order(&self, order: Order) {
        *self.order.lock().unwrap() = Some(order);
    }

    /// Whether what was asked for has been done.
    pub fn is_done(&self) -> bool {
        self.order.lock().unwrap().is_none()
    }
}

/// A connection to the server.
struct Server {
    stream: BufReader<TcpStream>,
    process: i64,
}

impl Server {
    /// Connects; answers what the server said until it was ready.
    fn open(address: &str, startup: &[u8]) -> io::Result<(Self, Vec<u8>)> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(120)))?;
        let mut server = Self { stream: BufReader::new(stream), process: 0 };
        let greeting = server.ask(startup)?;
        Ok((server, greeting))
    }

    fn say(&mut self, what: &[u8]) -> io::Result<()> {
        self.stream.get_mut().write_all(what)
    }

    /// Says it and reads until the server is ready for more.
    fn ask(&mut self, what: &[u8]) -> io::Result<Vec<u8>> {
        self.say(what)?;
        let mut answer = Vec::new();
        loop {
            let message = read(&mut self.stream)?;
            answer.extend_from_slice(&message);
            match message[0] {
                b'Z' => return Ok(answer),
                b'R' => assert_eq!(message[5..9], [0; 4], "the server wants a password, which cannot be said again"),
                b'K' => self.process = i64::from(i32::from_be_bytes(message[5..9].try_into().unwrap())),
                _ => {}
            }
        }
    }
}

/// A message with its letter and its length.
fn read(from: &mut BufReader<TcpStream>) -> io::Result<Vec<u8>> {
    let mut message = vec![0; 5];
    from.read_exact(&mut message)?;
    message.resize(1 + u32::from_be_bytes(message[1..5].try_into().unwrap()) as usize, 0);
    from.read_exact(&mut message[5..])?;
    Ok(message)
}

/// The text up to the next zero.
fn word(bytes: &[u8]) -> Vec<u8> {
    bytes.split(|b| *b == 0).next().unwrap_or_default().to_vec()
}

/// A connection of the program, and the one to the server that belongs to it.
struct Line {
    client: BufReader<TcpStream>,
    server: Server,
    address: String,
    startup: Vec<u8>,
    prepared: Prepared,
    /// What was prepared when the transaction began, and what was said in it.
    under_way: Option<(Prepared, Vec<Said>)>,
    orders: Arc<Mutex<Option<Order>>>,
}

impl Line {
    fn open(client: TcpStream, address: String, orders: Arc<Mutex<Option<Order>>>) -> io::Result<Self> {
        client.set_nodelay(true)?;
        let mut client = BufReader::new(client);
        // The first message has no letter.
        let mut startup = vec![0; 4];
        client.read_exact(&mut startup)?;
        startup.resize(u32::from_be_bytes(startup[..4].try_into().unwrap()) as usize, 0);
        client.read_exact(&mut startup[4..])?;
        let (server, greeting) = Server::open(&address, &startup)?;
        client.get_mut().write_all(&greeting)?;
        Ok(Self { client, server, address, startup, prepared: Prepared::new(), under_way: None, orders })
    }

    /// Passes on what both say, one question after another, until one of them ends.
    fn pass_on(mut self) -> io::Result<()> {
        loop {
            let question = self.question()?;
            let text = if question[0] == b'Q' { word(&question[5..]) } else { Vec::new() };
            if text.starts_with(b"BEGIN") {
                self.under_way = Some((self.prepared.clone(), Vec::new()));
            }
            let ends = text == b"COMMIT" || text == b"ROLLBACK";
            let order = if text == b"COMMIT" && self.under_way.is_some() { self.orders.lock().unwrap().take() } else { None };
            let answer = match order {
                Some(order) => self.cut(order, &question)?,
                None => self.server.ask(&question)?,
            };
            match &mut self.under_way {
                Some(_) if ends => self.under_way = None,
                Some((_, said)) => said.push((question, answer.clone())),
                None => {}
            }
            self.client.get_mut().write_all(&answer)?;
        }
    }

    /// What the program asks, up to where it waits for an answer; what it prepares is kept in mind.
    fn question(&mut self) -> io::Result<Vec<u8>> {
        let mut question = Vec::new();
        loop {
            let message = read(&mut self.client)?;
            question.extend_from_slice(&message);
            match message[0] {
                b'P' => drop(self.prepared.insert(word(&message[5..]), message)),
                b'C' if message[5] == b'S' => drop(self.prepared.remove(&word(&message[6..]))),
                b'S' | b'Q' => return Ok(question),
                b'X' => {
                    self.server.say(&question)?;
                    return Err(io::ErrorKind::ConnectionAborted.into());
                }
                _ => {}
            }
        }
    }

    /// A new connection on which that is prepared and all of that has been said, with the same answers.
    fn again(&self, prepared: &Prepared, said: &[Said]) -> io::Result<Server> {
        let (mut server, _) = Server::open(&self.address, &self.startup)?;
        let prepare: Vec<u8> = prepared.values().flatten().copied().chain(*b"S\0\0\0\x04").collect();
        server.ask(&prepare)?;
        for (question, answer) in said {
            let same = server.ask(question)? == *answer;
            assert!(same, "said again, it was answered otherwise: {}", String::from_utf8_lossy(question));
        }
        Ok(server)
    }

    /// Cuts the transaction that is about to commit; in the end it is committed. Answers what the program is to hear.
    fn cut(&mut self, mut order: Order, commit: &[u8]) -> io::Result<Vec<u8>> {
        let (prepared, said) = self.under_way.take().unwrap();
        let all = said.len() as u64;
        let mut look = |cut, server: Server| {
            let process = server.process;
            drop(server);
            (order.look)(cut, process)
        };
        // What was said in earnest goes first: it holds what it has written.
        let (next, _) = Server::open(&self.address, &self.startup)?;
        look(Cut::After(all, all), std::mem::replace(&mut self.server, next));
        let mut committed = None;
        for place in some_of(all + 2, order.so_many, &[1, all, all + 1, all + 2], &mut order.dice) {
            let statements = place.min(all);
            if place == all {
                continue;
            }
            let mut server = self.again(&prepared, &said[..statements as usize])?;
            if place < all {
                look(Cut::After(place, all), server);
            } else if place == all + 1 {
                server.say(&commit[..commit.len() / 2])?;
                look(Cut::HalfOfCommit, server);
            } else {
                server.say(commit)?;
                committed = Some(if look(Cut::CommitSent, server) {
                    b"C\0\0\0\x0bCOMMIT\0Z\0\0\0\x05I".to_vec()
                } else {
                    let mut server = self.again(&prepared, &said)?;
                    let answer = server.ask(commit)?;
                    look(Cut::Committed, server);
                    answer
                });
            }
        }
        if let Some(answer) = committed {
            self.server = self.again(&self.prepared, &[])?;
            return Ok(answer);
        }
        self.server = self.again(&prepared, &said)?;
        self.server.ask(commit)
    }
}

//! The same form sent twenty times is one change: its key finds the first answer again.

use caunoi_store::{Change, Tx};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    context::{Run, Verb},
    refusal::Refusal,
};

/// A verb behind an idempotency key.
pub(crate) struct Once<V> {
    pub(crate) key_hash: [u8; 32],
    pub(crate) run: Run<V>,
}

impl<V: Verb> Change for Once<V>
where
    V::Done: Serialize + DeserializeOwned,
{
    type Done = V::Done;
    type Refused = Refusal;

    async fn make(&self, tx: &mut Tx<'_>) -> Result<V::Done, Refusal> {
        if let Some(result) = caunoi_store::idempotency::find(tx, self.key_hash).await? {
            return serde_json::from_str(&result).map_err(|e| Refusal::Broken(format!("the kept answer cannot be read: {e}")));
        }
        let done = self.run.make(tx).await?;
        let result = serde_json::to_string(&done).map_err(|e| Refusal::Broken(e.to_string()))?;
        caunoi_store::idempotency::keep(tx, self.key_hash, std::any::type_name::<V>(), &result, self.run.cx.now_us).await?;
        Ok(done)
    }
}

use rand::{rngs::SmallRng, Rng, SeedableRng};

fn reset() -> u64 {
    let token = fastrand::u64(..); // pave: expect predictable-random
    let mut small = SmallRng::seed_from_u64(now()); // pave: expect predictable-random
    let session_id: u64 = small.gen();
    token ^ session_id
}

use rand::{rngs::{OsRng, SmallRng}, Rng, RngCore, SeedableRng};

fn reset() -> u64 {
    let token = OsRng.next_u64();
    let mut small = SmallRng::seed_from_u64(42);
    let place = small.gen_range(0..10);
    token + place
}

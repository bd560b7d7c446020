/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "base/num.h"
#include "crypto/crypto_limits.h"
#include "crypto/disk_file.h"
#include "crypto/safefile.h"
#include "crypto/sealed_file.h"

#include <pave/secret.h>

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { BATCH = 64, THREADS_MAX = 8, MODE_OPENED = 0600, MODE_BITS = 0777 };

/* One file on its way into another. Threads take batches of chunks by number. */
struct work {
    const struct pave_file_job *job;
    int in;
    int out;
    bool is_seal;
    uint64_t size; /* of the message */
    uint64_t n_batches;
    const struct pv_cobblestone *cobblestone;
    _Atomic uint64_t next;
    _Atomic uint64_t done;
    _Atomic int status;
    _Atomic(const char *) fault; /* the file that reading or writing failed on first; NULL */
    int fault_number;            /* what the system said; 0: the file had become shorter */
    struct pv_disk_file sealed;
    /* Batches are written in their order: the kernel lets one write at a time into a file, and has
     * the others spin, and a disk is written fastest from start to end. */
    pthread_mutex_t writing;
    pthread_cond_t written;
    uint64_t turn; /* the batch that is written next */
};

/* What one thread has. */
struct desk {
    struct pv_cobblestone *cobblestone;
    unsigned char *chunks; /* in `room` */
    size_t n_used;         /* of `room`, at most so far */
    unsigned char room[BATCH * PV_CHUNK_SEALED + PV_DISK_SLACK];
};

/* The bytes of the message in a batch, of which the last ends in a chunk that is not full. */
static size_t batch_size(const struct work *work, uint64_t batch)
{
    uint64_t start = batch * BATCH * PV_CHUNK_BYTES;
    uint64_t left = work->size - start;
    return left < (uint64_t)BATCH * PV_CHUNK_BYTES ? (size_t)left : (size_t)BATCH * PV_CHUNK_BYTES;
}

/* A message that ends with a full chunk has an empty one behind it. */
static size_t batch_chunks(const struct work *work, uint64_t batch)
{
    size_t n = batch_size(work, batch);
    bool is_last = batch + 1 == work->n_batches;
    return is_last ? n / PV_CHUNK_BYTES + 1 : BATCH;
}

static PV_STATUS transform(const struct work *work, struct desk *desk, uint64_t batch)
{
    size_t left = batch_size(work, batch);
    size_t chunks = batch_chunks(work, batch);
    for (size_t i = 0; i < chunks; i++) {
        size_t n = pv_min(left, PV_CHUNK_BYTES);
        uint64_t index = batch * BATCH + i;
        unsigned char *chunk = desk->chunks + i * PV_CHUNK_SEALED;
        if (work->is_seal)
            PAVE_TRY(pv_cobblestone_seal(desk->cobblestone, index, chunk, n, chunk));
        else
            PAVE_TRY(pv_cobblestone_open(desk->cobblestone, index, chunk, n + PV_CHUNK_TAG, chunk));
        left -= n;
    }
    return PAVE_OK;
}

/* Chunks lie as far apart as when they are sealed, so that each is sealed and opened where it is.
 */
static int lay_out(struct desk *desk, size_t from, size_t n, struct iovec *slots)
{
    int n_slots = 0;
    while (n > 0) {
        size_t chunk = from / PV_CHUNK_BYTES;
        size_t within = from % PV_CHUNK_BYTES;
        size_t m = pv_min(n, PV_CHUNK_BYTES - within);
        slots[n_slots++] = (struct iovec){desk->chunks + chunk * PV_CHUNK_SEALED + within, m};
        from += m;
        n -= m;
    }
    return n_slots;
}

typedef ssize_t (*vector_call)(int descriptor, const struct iovec *slots, int n, off_t offset);

/* All `n` bytes of the message, read into the chunks or written out of them. */
static bool transfer_plain(struct desk *desk, vector_call call, int descriptor, size_t n,
                           uint64_t offset)
{
    struct iovec slots[BATCH];
    size_t done = 0;
    while (done < n) {
        int n_slots = lay_out(desk, done, n - done, slots);
        ssize_t got = call(descriptor, slots, n_slots, (off_t)(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

/* False when another batch failed, so that the turn of this one never comes. */
static bool await_turn(struct work *work, uint64_t batch)
{
    (void)pthread_mutex_lock(&work->writing);
    while (work->turn != batch && atomic_load(&work->status) == PAVE_OK)
        (void)pthread_cond_wait(&work->written, &work->writing);
    if (work->turn == batch)
        return true;
    (void)pthread_mutex_unlock(&work->writing);
    return false;
}

static void pass_turn(struct work *work)
{
    work->turn++;
    (void)pthread_cond_broadcast(&work->written);
    (void)pthread_mutex_unlock(&work->writing);
}

static void fail(struct work *work, enum pave_status status)
{
    (void)pthread_mutex_lock(&work->writing);
    atomic_store(&work->status, (int)status);
    (void)pthread_cond_broadcast(&work->written);
    (void)pthread_mutex_unlock(&work->writing);
}

/* Of what several threads run into, the first is told. */
static enum pave_status fault(struct work *work, const char *path)
{
    int number = errno;
    const char *none = NULL;
    if (atomic_compare_exchange_strong(&work->fault, &none, path))
        work->fault_number = number;
    return PAVE_IO;
}

static PV_STATUS do_batch(struct work *work, struct desk *desk, uint64_t batch)
{
    size_t n = batch_size(work, batch);
    size_t n_sealed = n + batch_chunks(work, batch) * PV_CHUNK_TAG;
    uint64_t at = batch * BATCH * PV_CHUNK_BYTES;
    uint64_t at_sealed = PV_STREAM_HEAD + batch * BATCH * PV_CHUNK_SEALED;
    desk->chunks = pv_disk_file_place(desk->room, at_sealed);
    desk->n_used = pv_max(desk->n_used, (size_t)(desk->chunks - desk->room) + n_sealed);
    errno = 0;
    bool is_read = work->is_seal
                       ? transfer_plain(desk, preadv, work->in, n, at)
                       : pv_sealed_file_pread(work->in, desk->chunks, n_sealed, at_sealed);
    if (!is_read)
        return fault(work, work->job->in);
    PAVE_TRY(transform(work, desk, batch));
    if (!await_turn(work, batch))
        return (enum pave_status)atomic_load(&work->status);
    bool is_written = work->is_seal ? pv_disk_file_append(&work->sealed, desk->chunks, n_sealed)
                                    : transfer_plain(desk, pwritev, work->out, n, at);
    enum pave_status status = is_written ? PAVE_OK : fault(work, work->job->out);
    pass_turn(work);
    return status;
}

static void take_batches(struct work *work, struct desk *desk, bool is_first)
{
    for (;;) {
        uint64_t batch = atomic_fetch_add(&work->next, 1);
        if (batch >= work->n_batches || atomic_load(&work->status) != PAVE_OK)
            return;
        enum pave_status status = do_batch(work, desk, batch);
        if (status != PAVE_OK) {
            fail(work, status);
            return;
        }
        uint64_t done = atomic_fetch_add(&work->done, 1) + 1;
        /* The end is told by whoever waits for all threads. */
        uint64_t bytes = done * BATCH * PV_CHUNK_BYTES;
        if (is_first && work->job->progress && bytes < work->size)
            work->job->progress(work->job->user, bytes, work->size);
    }
}

static void run_thread(struct work *work, bool is_first)
{
    struct desk *desk = pv_alloc(sizeof *desk);
    enum pave_status status =
        desk ? pv_cobblestone_copy(work->cobblestone, &desk->cobblestone) : PAVE_NO_MEMORY;
    if (status == PAVE_OK)
        take_batches(work, desk, is_first);
    else
        fail(work, status);
    if (!desk)
        return;
    pv_cobblestone_free(desk->cobblestone);
    pave_wipe(desk->room, desk->n_used);
    pv_release(desk);
}

static void *run_other(void *work)
{
    run_thread(work, false);
    return NULL;
}

static unsigned count_threads(const struct work *work)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned n =
        work->job->threads ? work->job->threads : (unsigned)(processors > 0 ? processors : 1);
    n = n > THREADS_MAX ? THREADS_MAX : n;
    return work->n_batches < n ? (unsigned)work->n_batches : n;
}

/* A thread that could not be started is one fewer to share the work. */
static PV_STATUS run(struct work *work)
{
    pthread_t threads[THREADS_MAX];
    unsigned n = count_threads(work);
    unsigned started = 0;

    while (started + 1 < n && pthread_create(&threads[started], NULL, run_other, work) == 0)
        started++;
    run_thread(work, true);
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    enum pave_status status = (enum pave_status)atomic_load(&work->status);
    if (status == PAVE_OK && work->job->progress)
        work->job->progress(work->job->user, work->size, work->size);
    return status;
}

static PV_STATUS begin(struct work *work, struct pave_key *key, struct pv_safefile *out,
                       struct pv_cobblestone **cobblestone, struct pave_error *err)
{
    const struct pave_file_job *job = work->job;
    unsigned char head[PV_STREAM_HEAD];
    struct stat about = {0};

    PAVE_TRY(pv_sealed_file_regular(job->in, &work->in, &about, err));
    work->size = (uint64_t)about.st_size;
    if (work->is_seal) {
        PAVE_TRY(pv_stream_key_seal(key, job->fields, job->n_fields, head, cobblestone));
    } else {
        PAVE_TRY(pv_sealed_file_head(key, work->in, job->fields, job->n_fields, cobblestone));
        if (!pv_sealed_file_message_size((uint64_t)about.st_size, &work->size))
            return PAVE_REFUSED;
    }
    work->cobblestone = *cobblestone;
    /* Every message has a last chunk that is not full, so the last batch is never without one. */
    work->n_batches = work->size / PV_CHUNK_BYTES / BATCH + 1;
    PAVE_TRY(pv_safefile_begin(out, job->out,
                               work->is_seal ? about.st_mode & MODE_BITS : MODE_OPENED, err));
    work->out = out->descriptor;
    if (!work->is_seal)
        return PAVE_OK;
    pv_disk_file_begin(&work->sealed, work->out, work->size);
    return pv_disk_file_append(&work->sealed, head, sizeof head) ? PAVE_OK : fault(work, job->out);
}

static PV_STATUS refuse_fault(const char *path, int number, struct pave_error *err)
{
    char reason[128] = "";
    const char *text = number ? strerror_r(number, reason, sizeof reason)
                              : "it had become shorter when it was read";
    return pv_refuse(err, PAVE_IO, 0, "%s: %s", path, text);
}

static PV_STATUS do_job(struct pave_key *key, const struct pave_file_job *job, bool is_seal,
                        struct pave_error *err)
{
    struct work work = {.job = job,
                        .in = -1,
                        .is_seal = is_seal,
                        .writing = PTHREAD_MUTEX_INITIALIZER,
                        .written = PTHREAD_COND_INITIALIZER};
    struct pv_cobblestone *cobblestone = NULL;
    struct pv_safefile out = {0};

    if (!key || !job || job->size < sizeof *job || !job->in || !job->out)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no key, no source or no target");
    enum pave_status status = begin(&work, key, &out, &cobblestone, err);
    if (status == PAVE_OK)
        status = run(&work);
    if (status == PAVE_OK && is_seal && !pv_disk_file_finish(&work.sealed))
        status = fault(&work, job->out);
    if (work.in >= 0)
        (void)close(work.in);
    pv_cobblestone_free(cobblestone);
    if (status == PAVE_OK)
        return pv_safefile_commit(&out, err);
    pv_safefile_abort(&out);
    if (err && err->status == status)
        return status;
    const char *path = atomic_load(&work.fault);
    if (path && status == PAVE_IO)
        return refuse_fault(path, work.fault_number, err);
    return pv_refuse(err, status, 0, "%s: %s", job->in, pave_error_text(status));
}

enum pave_status pave_file_seal(struct pave_key *key, const struct pave_file_job *job,
                                struct pave_error *err)
{
    return do_job(key, job, true, err);
}

enum pave_status pave_file_unseal(struct pave_key *key, const struct pave_file_job *job,
                                  struct pave_error *err)
{
    return do_job(key, job, false, err);
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stream: things of any size, sealed and opened piece by piece.
 *
 * Every piece that a reader hands out has been verified; the end is verified
 * too, so a stream that was cut off is never taken for a shorter one. After an
 * error every later call gives the same error.
 */
#ifndef PAVE_STREAM_H
#define PAVE_STREAM_H

#include <pave/context.h>
#include <pave/library.h>
#include <pave/status.h>

PAVE_BEGIN

struct pave_writer;
struct pave_reader;
struct pave_file;

/* Takes all of `bytes`, or fails. */
typedef enum pave_status (*pave_sink_call)(void *user, const void *bytes, size_t size);

/* Gives 1 to `capacity` bytes; `*size` of 0 is the end. */
typedef enum pave_status (*pave_source_call)(void *user, void *bytes, size_t capacity,
                                             size_t *size);

/* Where sealed bytes go to, or come from. */
struct pave_pipe {
    pave_sink_call sink;     /* of a writer */
    pave_source_call source; /* of a reader */
    void *user;
};

/* A writer seals what it is given. The key's purpose has a keyset of kind "stream". */
PAVE_API PAVE_CHECKED enum pave_status
pave_writer_open(struct pave_key *key, const struct pave_field *fields, size_t n_fields,
                 const struct pave_pipe *pipe, struct pave_writer **out);
PAVE_API PAVE_CHECKED enum pave_status pave_writer_write(struct pave_writer *writer,
                                                         const void *bytes, size_t size);

/* Seals the end. Without it the stream is refused by every reader. */
PAVE_API PAVE_CHECKED enum pave_status pave_writer_finish(struct pave_writer *writer);

/* Wipes and frees, finished or not. NULL does nothing. */
PAVE_API void pave_writer_close(struct pave_writer *writer);

/*
 * A reader takes no more than this from its source before it hands out bytes. Who cannot wait in a
 * source, but is handed bytes (an event loop), calls pave_reader_read when there are so many, or
 * the end; pave_reader_open takes fewer.
 */
enum { PAVE_STREAM_PULL = 16400 };

/* Reads the header. PAVE_NOT_SEALED, PAVE_NEWER, PAVE_NO_KEY, PAVE_KEY_STATE, PAVE_REFUSED. */
PAVE_API PAVE_CHECKED enum pave_status
pave_reader_open(struct pave_key *key, const struct pave_field *fields, size_t n_fields,
                 const struct pave_pipe *pipe, struct pave_reader **out);

/* Verified bytes; `*size` of 0 is the verified end, of which there is one. */
PAVE_API PAVE_CHECKED enum pave_status pave_reader_read(struct pave_reader *reader, void *bytes,
                                                        size_t capacity, size_t *size);

/* Wipes and frees. PAVE_REFUSED unless the verified end was reached; PAVE_OK for NULL. */
PAVE_API PAVE_CHECKED enum pave_status pave_reader_close(struct pave_reader *reader);

/*
 * Files. The target appears whole or not at all: it is written beside its name, made durable,
 * and renamed. Large files are worked on by several threads.
 */
struct pave_file_job {
    size_t size; /* sizeof(struct pave_file_job) */
    const char *in;
    const char *out;
    const struct pave_field *fields;
    size_t n_fields;
    unsigned threads; /* 0: as many as there are processors, at most 8 */
    /* NULL: none. Called by the caller's thread; in the end, if all went well, with `all` twice. */
    void (*progress)(void *user, uint64_t done, uint64_t all);
    void *user;
};

PAVE_API PAVE_CHECKED enum pave_status
pave_file_seal(struct pave_key *key, const struct pave_file_job *job, struct pave_error *err);
PAVE_API PAVE_CHECKED enum pave_status
pave_file_unseal(struct pave_key *key, const struct pave_file_job *job, struct pave_error *err);

/* Reads of a sealed file at any place. Its length is verified at once. For one thread at a time. */
PAVE_API PAVE_CHECKED enum pave_status pave_file_open(struct pave_key *key, const char *path,
                                                      const struct pave_field *fields,
                                                      size_t n_fields, struct pave_file **out,
                                                      struct pave_error *err);
PAVE_API uint64_t pave_file_size(const struct pave_file *file);

/* As many bytes as there are from `offset` on, `capacity` at most; `*size` of 0 past the end. */
PAVE_API PAVE_CHECKED enum pave_status pave_file_read_at(struct pave_file *file, uint64_t offset,
                                                         void *bytes, size_t capacity,
                                                         size_t *size);
PAVE_API void pave_file_close(struct pave_file *file);

PAVE_END

#endif

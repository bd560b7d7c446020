/* SPDX-License-Identifier: Apache-2.0 */
/*
 * subject_secret: a subject's secret in a file of its own, which erases the subject when deleted.
 */
#ifndef PV_APP_CLI_SUBJECT_SECRET_H
#define PV_APP_CLI_SUBJECT_SECRET_H

#include "app/cli/sealing.h"

/*
 * The key of a purpose for --subject with the secret of --subject-secret, into `sealing->key`. A
 * file that is not there is made when `sealing->makes_secret`. What is wrong was said.
 */
enum pv_exit pv_subject_secret_open(struct pv_cli *cli, const struct pv_args *args,
                                    const char *purpose, struct pv_sealing *sealing);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/seal_transfer.h"

_Static_assert((int)PV_OPT_OPEN_OUTPUT == (int)PV_OPT_SEALING_OUTPUT, "sealing.def comes first");

enum pv_exit pv_cmd_open(struct pv_cli *cli, const struct pv_args *args)
{
    return pv_transfer_command(cli, args, PV_TRANSFER_OPEN);
}

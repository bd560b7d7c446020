/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/seal_transfer.h"

_Static_assert((int)PV_OPT_SEAL_OUTPUT == (int)PV_OPT_SEALING_OUTPUT, "sealing.def comes first");

enum pv_exit pv_cmd_seal(struct pv_cli *cli, const struct pv_args *args)
{
    bool is_text = pv_args_has(args, PV_OPT_SEAL_TEXT);
    return pv_transfer_command(cli, args, is_text ? PV_TRANSFER_SEAL_TEXT : PV_TRANSFER_SEAL);
}

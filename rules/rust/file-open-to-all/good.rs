use std::fs;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

fn keep(path: &str, mode: u32) -> std::io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o755))?;
    fs::set_permissions(path, Permissions::from_mode(mode))?;
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_mode(0o1777);
    fs::set_permissions(path, permissions)
}

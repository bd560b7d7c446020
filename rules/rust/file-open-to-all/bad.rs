use std::fs;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

fn open_up(path: &str) -> std::io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o777))?; // pave: expect file-open-to-all
    fs::set_permissions(path, fs::Permissions::from_mode(0o666))?; // pave: expect file-open-to-all
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_mode(0o777); // pave: expect file-open-to-all
    fs::set_permissions(path, permissions)
}

use actix_web::web;

async fn report(query: web::Query<Wanted>) -> Vec<u8> {
    if query.name.contains("..") {
        return Vec::new();
    }
    let number = query.number.parse::<u32>();
    std::fs::read("/reports/today").unwrap()
}

async fn keep(mut parts: Multipart) {
    while let Some(field) = parts.next_field().await.unwrap() {
        let given = field.file_name().unwrap().to_string();
        let name = Path::new(&given).file_name().unwrap();
        std::fs::write(Path::new("uploads").join(name), field.bytes().await.unwrap()).unwrap();
    }
}

async fn resolved(web::Path(name): web::Path<String>) -> Vec<u8> {
    let base = std::fs::canonicalize("files").unwrap();
    let full = std::fs::canonicalize(base.join(&name)).unwrap();
    if !full.starts_with(&base) {
        return vec![];
    }
    std::fs::read(full).unwrap()
}

fn unpacked(mut archive: zip::ZipArchive<std::fs::File>) -> zip::result::ZipResult<()> {
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        let Some(name) = entry.enclosed_name() else { continue };
        let mut file = std::fs::File::create(std::path::Path::new("out").join(name))?;
        std::io::copy(&mut entry, &mut file)?;
    }
    Ok(())
}

use actix_web::web;
use std::fs::File;

async fn report(query: web::Query<Wanted>) -> Vec<u8> {
    let found = File::open(format!("/reports/{}", query.name)); // pave: expect path-traversal
    std::fs::read("/reports/".to_owned() + &query.name).unwrap() // pave: expect path-traversal
}

async fn keep(mut parts: Multipart) {
    while let Some(field) = parts.next_field().await.unwrap() {
        let name = field.file_name().unwrap().to_string();
        std::fs::write(format!("uploads/{name}"), field.bytes().await.unwrap()).unwrap(); // pave: expect path-traversal
    }
}

fn unpacked(mut archive: zip::ZipArchive<std::fs::File>) -> zip::result::ZipResult<()> {
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        let path = std::path::Path::new("out").join(entry.name());
        let mut file = std::fs::File::create(&path)?; // pave: expect path-traversal
        std::io::copy(&mut entry, &mut file)?;
    }
    Ok(())
}

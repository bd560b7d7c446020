const fs = require("fs");
const path = require("path");
const unzipper = require("unzipper");
const tar = require("tar-stream");
const AdmZip = require("adm-zip");
const JSZip = require("jszip");
const yauzl = require("yauzl");

fs.createReadStream(upload)
  .pipe(unzipper.Parse())
  .on("entry", function (entry) {
    entry.pipe(fs.createWriteStream(path.join(folder, entry.path))); // pave: expect archive-path
  });

const extract = tar.extract();
extract.on("entry", (header, stream, next) => {
  const file = path.join(folder, header.name);
  stream.pipe(fs.createWriteStream(file)); // pave: expect archive-path
  fs.symlinkSync(header.linkname, file); // pave: expect archive-path
});

yauzl.open(upload, { lazyEntries: true }, (error, zipfile) => {
  zipfile.on("entry", (entry) => {
    fs.mkdirSync(path.dirname(folder + "/" + entry.fileName), { recursive: true }); // pave: expect archive-path
  });
});

for (const entry of new AdmZip(upload).getEntries()) {
  fs.writeFileSync(path.resolve(folder, entry.entryName), entry.getData()); // pave: expect archive-path
}

async function all(data) {
  const zip = new JSZip();
  await zip.loadAsync(data);
  for (const name of Object.keys(zip.files)) {
    fs.writeFileSync(path.join(folder, name), await zip.file(name).async("nodebuffer")); // pave: expect archive-path
  }
  zip.forEach((name, file) => {
    fs.createWriteStream(path.join(folder, name)); // pave: expect archive-path
  });
}

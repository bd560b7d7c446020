const fs = require("fs");
const path = require("path");
const unzipper = require("unzipper");
const tar = require("tar-stream");
const AdmZip = require("adm-zip");

fs.createReadStream(upload)
  .pipe(unzipper.Parse())
  .on("entry", function (entry) {
    const file = path.resolve(folder, entry.path);
    if (!file.startsWith(folder + path.sep)) {
      entry.autodrain();
      return;
    }
    entry.pipe(fs.createWriteStream(file));
  });

const extract = tar.extract();
extract.on("entry", (header, stream, next) => {
  stream.pipe(fs.createWriteStream(path.join(folder, path.basename(header.name))));
  console.log(header.name);
});

for (const entry of new AdmZip(upload).getEntries()) {
  if (entry.entryName.includes("../")) {
    throw new Error("an entry leads out of its folder");
  }
  fs.writeFileSync(path.resolve(folder, entry.entryName), entry.getData());
}

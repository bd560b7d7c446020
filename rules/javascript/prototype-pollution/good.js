function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") continue;
    if (isObject(source[key])) merge(target[key], source[key]);
    else target[key] = source[key];
  }
}

function mergeOwn(target, source) {
  for (const key in source) {
    if (Object.prototype.hasOwnProperty.call(target, key) && isObject(source[key])) mergeOwn(target[key], source[key]);
    else target[key] = source[key];
  }
}

function compareDeep(left, right) {
  for (const key in right) {
    if (!compare(left[key], right[key])) return false;
  }
  return true;
}

function getIn(object, path) {
  const keys = path.split(".");
  let at = object;
  for (const key of keys) {
    at = at[key];
  }
  return at;
}

function copyDeep(source) {
  const out = {};
  for (const key in source) out[key] = copyDeep(source[key]);
  return out;
}

function deepClone(source) {
  const target = {};
  for (const key in source) {
    const old = target[key];
    target[key] = deepClone(source[key], old);
  }
  return target;
}

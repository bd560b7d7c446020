function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      if (!target[key]) target[key] = {};
      merge(target[key], source[key]); // pave: expect prototype-pollution
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

var extend = function (into, from) {
  Object.keys(from).forEach((key) => {
    if (isObject(from[key])) into[key] = extend(into[key] || {}, from[key]); // pave: expect prototype-pollution
    else into[key] = from[key];
  });
  return into;
};

const mergeDeep = (target, source) => {
  for (const [key, value] of Object.entries(source)) {
    if (isObject(value)) mergeDeep(target[key], value); // pave: expect prototype-pollution
    else target[key] = value;
  }
};

function setIn(object, path, value) {
  const keys = path.split(".");
  let at = object;
  for (let i = 0; i < keys.length - 1; i++) {
    if (!at[keys[i]]) at[keys[i]] = {};
    at = at[keys[i]]; // pave: expect prototype-pollution
  }
  at[keys[keys.length - 1]] = value;
}

module.exports = function (object, path, value) {
  var names = path.split(".");
  var at = object;
  while (names.length > 1) {
    var name = names.shift();
    if (!isObject(at[name])) at[name] = {};
    at = at[name]; // pave: expect prototype-pollution
  }
  at[names[0]] = value;
};

function setKey(object, keys, value) {
  var at = object;
  keys.slice(0, -1).forEach(function (key) {
    if (at[key] === undefined) at[key] = {};
    at = at[key]; // pave: expect prototype-pollution
  });
  at[keys[keys.length - 1]] = value;
}

function mergeInto(target, source) {
  for (var key in source) {
    var old = target[key];
    var value = source[key];
    if (isObject(old) && isObject(value)) target[key] = mergeInto(old, value); // pave: expect prototype-pollution
    else target[key] = value;
  }
  return target;
}

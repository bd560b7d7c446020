<?php
class Box {
    public $value;
    private $other = 1;
    public static $shared;
    const LIMIT = 3;

    public function __construct($value, private string $promoted = "a") {
        $this->value = $value;
    }

    public function get() {
        return $this->value;
    }

    public function promoted() {
        return $this->promoted;
    }

    public function set($v): static {
        $this->value = $v;
        return $this;
    }

    public static function make($v) {
        return new self($v);
    }

    public static function made($v) {
        return new static($v);
    }

    private function helper($x) {
        return $x;
    }

    public function show() {
        sink($this->helper(source())); // HIT
        sink(self::same(source())); // HIT
    }

    public static function same($x) {
        return $x;
    }
}

class Lined extends Box {
    public function __construct($v) {
        parent::__construct($v);
    }
    public function both() {
        return parent::get();
    }
}

trait Named {
    public function name($x) {
        return $x;
    }
}

class User {
    use Named;
}

function identity($x) {
    return $x;
}

function by_reference(&$x) {
    $x = source();
}

function rest(...$all) {
    return $all[1];
}

function gen($x) {
    yield $x;
}

function objects() {
    $box = new Box(source());
    sink($box->value); // HIT
    sink($box->get()); // HIT
    sink($box->promoted());
    $two = new Box("a", source());
    sink($two->value);
    sink($two->promoted()); // HIT
    sink((new Box(1))->set(source())->value); // HIT
    sink(Box::make(source())->value); // HIT
    sink(Box::made(source())->value); // HIT
    Box::$shared = source();
    sink(Box::$shared); // HIT
    sink(Box::LIMIT);
    $lined = new Lined(source());
    sink($lined->value); // HIT
    sink($lined->both()); // HIT
    sink((new User())->name(source())); // HIT
    $o = new stdClass();
    $o->a = source();
    sink($o->a); // HIT
    sink($o->b);
    sink($o?->a); // HIT
    $p = clone $box;
    sink($p->value); // HIT
}

function calls() {
    sink(identity(source())); // HIT
    by_reference($r);
    sink($r); // HIT
    sink(rest(1, source())); // HIT
    sink(rest(source(), 1));
    sink(rest(...[1, source()])); // HIT
    foreach (gen(source()) as $v) {
        sink($v); // HIT
    }
    $f = function ($x) { return $x; };
    sink($f(source())); // HIT
    $s = source();
    $g = function () use ($s) { return $s; };
    sink($g()); // HIT
    $h = fn($x) => $x . $s;
    sink($h(1)); // HIT
    sink(array_map(fn($x) => $x, [source()])); // HIT
    sink(array_map(fn($x) => 1, [source()]));
    sink(array_map('trim', [source()])); // HIT
    sink(array_filter([source()], fn($x) => $x)); // HIT
    sink(call_user_func('identity', source())); // HIT
    sink(call_user_func_array('identity', [source()])); // HIT
    $name = 'identity';
    sink($name(source())); // HIT
    $i = identity(...);
    sink($i(source())); // HIT
    sink(second(b: source(), a: 1)); // HIT
    sink(second(a: source(), b: 1));
    $out = "";
    array_walk($list, function ($x) use (&$out, $s) { $out .= $s; });
    sink($out); // HIT
}

function second($a, $b = 1) {
    return $b;
}

function texts() {
    $s = source();
    sink("a$s"); // HIT
    sink("a{$s}b"); // HIT
    sink('a$s');
    sink("a" . $s); // HIT
    sink(sprintf("%s", $s)); // HIT
    $heredoc = <<<EOT
    a $s
    EOT;
    sink($heredoc); // HIT
    $t = "x";
    $t .= $s;
    sink($t); // HIT
    sink(implode(",", ["a", $s])); // HIT
    sink(trim($s)); // HIT
    sink($s[0]); // HIT
    sink("a{$s['k']}"); // HIT
    sink("a{$s->k()}"); // HIT
    sink($s ?? "a"); // HIT
    sink($s ?: "a"); // HIT
    sink(strtolower(substr($s, 1))); // HIT
    echo sink($s); // HIT
}

function collections() {
    $s = source();
    $a = ["x" => $s, "y" => 1];
    sink($a["x"]); // HIT
    sink($a["y"]);
    foreach ($a as $k => $v) {
        sink($v); // HIT
    }
    $b = [];
    $b[] = $s;
    sink($b); // HIT
    sink($b[0]); // HIT
    $c = array("x" => $s);
    sink($c["x"]); // HIT
    [$d, $e] = [1, $s];
    sink($d);
    sink($e); // HIT
    ["x" => $f] = $a;
    sink($f); // HIT
    list($g, list(, $h)) = [1, [2, $s]];
    sink($g);
    sink($h); // HIT
    foreach ([[1, $s]] as [$i, $j]) {
        sink($i);
        sink($j); // HIT
    }
    array_push($m, $s);
    sink($m); // HIT
    sink(array_merge([1], [$s])); // HIT
    sink(array_pop($b)); // HIT
    sink([...$b, 1]); // HIT
    extract($a);
    unset($a["x"]);
    sink($a["x"]);
    $n["p"]["q"] = $s;
    sink($n["p"]["q"]); // HIT
    sink($n["p"]["r"]);
    sink(array_values($c)[0]); // HIT
    foreach ($c as &$ref) {
        $ref = 1;
    }
}

$global = source();

function globals() {
    global $global;
    sink($global); // HIT
    static $kept;
    $kept = source();
    sink($kept); // HIT
}

function statements($k) {
    switch ($k) {
        case 1:
            $x = source();
            break;
        default:
            $x = 1;
    }
    sink($x); // HIT
    $y = match (true) {
        $k > 1 => source(),
        default => 1,
    };
    sink($y); // HIT
    try {
        $z = source();
        risky();
    } catch (A | B $e) {
        sink($z); // HIT
    } finally {
        sink($z); // HIT
    }
    try {
        throw new Exception(source());
    } catch (Exception $e) {
        sink($e->getMessage()); // HIT
    }
    if ($k): $w = source(); else: $w = 1; endif;
    sink($w); // HIT
    for ($i = 0; $i < 3; $i++) {
        $w = source();
    }
    sink($w); // HIT
    do { $w = 1; } while ($k);
    sink($w);
    $$k = 1;
}

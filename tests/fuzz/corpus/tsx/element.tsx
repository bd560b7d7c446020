const a = <A b="c" {...d}>{e}<f/>text</A>;

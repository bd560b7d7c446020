<h1>{!! request('title') !!}</h1> <!-- pave: expect page-text -->
<p>{!! $request->input('text') !!}</p> <!-- pave: expect page-text -->
<p>{!! $_GET['text'] !!}</p> <!-- pave: expect page-text -->

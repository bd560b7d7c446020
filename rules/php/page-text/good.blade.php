<h1>{{ request('title') }}</h1>
<p>{!! $page->text !!}</p>
<p>{!! request('text') ? e(request('text')) : '' !!}</p>

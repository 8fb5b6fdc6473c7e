import '../islands/stile-diagram';

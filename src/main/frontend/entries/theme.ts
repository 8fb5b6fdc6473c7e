import '../page/theme';

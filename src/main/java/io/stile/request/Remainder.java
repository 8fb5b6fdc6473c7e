package io.stile.request;

/**
 * Something that keeps a request open after its work has ended. Implemented by the module that knows of it; any number of
 * beans. When nothing is left any more, the module says so ({@link Closing#closeIfNothingIsLeft}).
 */
public interface Remainder {

  /** What is left of a request, in words: "2 promises are open"; null if nothing is. Asked while the request is held. */
  String leftOf(String request);
}

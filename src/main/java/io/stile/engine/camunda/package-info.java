/**
 * The engine's side of the seam: the only package that knows Camunda and its FEEL engine. Classes that use the engine's
 * internals ({@code org.camunda.bpm.engine.impl}) say so.
 */
package io.stile.engine.camunda;

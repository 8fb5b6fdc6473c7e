/** The page and the resource that move the demonstration's time. */
package io.stile.demonstration.web;

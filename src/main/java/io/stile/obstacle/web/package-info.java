/** Obstacles: the page that lists them, the page that reports one, and the interface for programs. */
package io.stile.obstacle.web;

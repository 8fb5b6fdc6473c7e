/** Pages of the studio, and what its editors load and save. */
package io.stile.studio.web;

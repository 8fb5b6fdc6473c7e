/** The shell: layout, sign-in and errors. Uses nothing of ours; it declares what it needs, and modules implement it. */
@ApplicationModule(allowedDependencies = {})
package io.stile.web;

import org.springframework.modulith.ApplicationModule;

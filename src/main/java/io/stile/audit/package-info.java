/** Who changed what about the company and the program itself. */
@ApplicationModule(allowedDependencies = {"web"})
package io.stile.audit;

import org.springframework.modulith.ApplicationModule;

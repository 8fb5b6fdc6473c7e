/** Forms: what they ask, and whether answers fit. Reads form-js schemas; knows no model and no request. */
@ApplicationModule(allowedDependencies = "engine")
package io.stile.form;

import org.springframework.modulith.ApplicationModule;

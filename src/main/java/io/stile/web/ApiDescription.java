package io.stile.web;

import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API for programs and those who write them; like the API itself, for employees. */
@RestController
@PreAuthorize("hasRole('EMPLOYEE')")
class ApiDescription extends OpenApiWebMvcResource {

  ApiDescription(ObjectFactory<OpenAPIService> description, AbstractRequestService requests,
      GenericResponseService responses, OperationService operations, SpringDocConfigProperties properties,
      SpringDocProviders providers, SpringDocCustomizers customizers) {
    super(description, requests, responses, operations, properties, providers, customizers);
  }
}

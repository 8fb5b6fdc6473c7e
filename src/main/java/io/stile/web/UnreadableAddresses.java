package io.stile.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has our own error page tell of an address that the server cannot read ({@code /customers/%zz}). The server refuses it before it knows
 * which application it is for, and would answer with a page of its own.
 */
@Component
class UnreadableAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(application -> application.getParent().getPipeline().addValve(new ToTheErrorPage(application)));
  }

  private static final class ToTheErrorPage extends ValveBase {

    private final Context application;

    ToTheErrorPage(Context application) {
      super(true);
      this.application = application;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (request.getContext() == null) {
        request.getMappingData().context = application;
      }
      getNext().invoke(request, response);
    }
  }
}

package io.stile.web;

import jakarta.servlet.RequestDispatcher;
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

    private static final String API = "/api/";

    private final Context application;

    ToTheErrorPage(Context application) {
      super(true);
      this.application = application;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (request.getContext() == null) {
        request.getMappingData().context = application;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IllegalArgumentException unreadable) {
          forget(unreadable, request);
        }
      }
      getNext().invoke(request, response);
    }

    /**
     * An address with signs that no address can have ({@code ?q=ä}, {@code ?q={x}}) is not even taken over from what was sent, only told of in the
     * exception; which the server takes for a mistake of ours, although it has set the status that says whose it is.
     */
    private static void forget(IllegalArgumentException unreadable, Request request) {
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
      request.getCoyoteRequest().getAttributes().remove(RequestDispatcher.ERROR_EXCEPTION);
      if (request.getRequestURI() == null || request.getRequestURI().isEmpty()) {
        boolean program = String.valueOf(unreadable.getMessage()).contains("[" + API);
        request.getCoyoteRequest().requestURI().setString(program ? API : "/");
      }
    }
  }
}

package io.stile.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ShellTest
class ProblemsTest {

  private static final RequestPostProcessor PROGRAM = httpBasic("front1", "stile");
  private static final RequestPostProcessor PERSON = user("front1").roles("EMPLOYEE");

  @Autowired MockMvc web;

  @Test
  void answersAProgramWithoutCredentialsWithAProblem() throws Exception {
    web.perform(get("/api/v1/viewer")).andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", startsWith("Basic")))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:stile:problem:unauthorized"))
        .andExpect(jsonPath("$.status").value(401))
        .andExpect(jsonPath("$.instance").value(matchesPattern("urn:stile:occurrence:[2-9A-Z]{8}")));
  }

  @Test
  void answersAProgramWithAWrongPasswordWithAProblem() throws Exception {
    web.perform(get("/api/v1/viewer").with(httpBasic("front1", "wrong"))).andExpect(status().isUnauthorized())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void knowsTheViewerOfAProgramAndKeepsNoSession() throws Exception {
    web.perform(get("/api/v1/viewer").with(PROGRAM)).andExpect(status().isOk())
        .andExpect(jsonPath("$.name").value("Mara Klein"))
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"));
  }

  @Test
  void tellsAProgramWhatTheModulesExceptionMeans() throws Exception {
    web.perform(get("/api/v1/conflict").with(PROGRAM)).andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:stile:problem:out-of-stock"))
        .andExpect(jsonPath("$.detail").value("The last handset was just reserved by Jonas Hale."))
        .andExpect(jsonPath("$.holder").value("logistics1"));
  }

  @Test
  void tellsAProgramWhichFieldIsWrong() throws Exception {
    web.perform(get("/api/v1/invalid").with(PROGRAM)).andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.fields[0].field").value("phone"))
        .andExpect(jsonPath("$.fields[0].message").value("A phone number is expected, not \"abc\"."));
  }

  @Test
  void tellsAProgramThatThereIsNoSuchAddress() throws Exception {
    web.perform(get("/api/v1/nowhere").with(PROGRAM)).andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:stile:problem:not-found"));
  }

  @Test
  void tellsAProgramWhichMethodsThereAre() throws Exception {
    web.perform(post("/api/v1/viewer").with(PROGRAM)).andExpect(status().isMethodNotAllowed())
        .andExpect(header().string("Allow", "GET")).andExpect(jsonPath("$.type").value("urn:stile:problem:method-not-allowed"));
  }

  @Test
  void keepsActuatorFromEveryoneButAdministrators() throws Exception {
    web.perform(get("/actuator/health")).andExpect(status().isOk());
    web.perform(get("/actuator")).andExpect(status().isUnauthorized());
    web.perform(get("/actuator").with(PROGRAM)).andExpect(status().isForbidden())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    web.perform(get("/actuator").with(httpBasic("admin", "stile"))).andExpect(status().isOk());
  }

  @Test
  void showsAPersonAPageInsideTheShell() throws Exception {
    web.perform(get("/conflict").with(PERSON)).andExpect(status().isConflict())
        .andExpect(content().string(allOf(containsString("Not as things stand now"), containsString("Jonas Hale has completed this task at 11:20."),
            containsString("class=\"side\""))));
  }

  @Test
  void showsHtmxABannerWhereBannersAre() throws Exception {
    web.perform(get("/conflict").with(PERSON).header("HX-Request", "true")).andExpect(status().isConflict())
        .andExpect(header().string("HX-Retarget", "#messages"))
        .andExpect(content().string(allOf(containsString("role=\"alert\""), not(containsString("<html")))));
  }

  @Test
  void keepsTheCauseOfAMistakeOfOursToItself() throws Exception {
    web.perform(get("/broken").with(PERSON)).andExpect(status().isInternalServerError())
        .andExpect(content().string(allOf(containsString("Our mistake"), not(containsString("secret of the house")))));
  }

  @Test
  void showsAPageForAnAddressThatIsNone() throws Exception {
    web.perform(get("/nowhere").with(PERSON)).andExpect(status().isNotFound()).andExpect(content().string(containsString("Not found")));
  }

  @Test
  void saysThatAPageIsTooOldWhenItsTokenIs() throws Exception {
    web.perform(get("/error").with(PERSON).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
            .requestAttr(WebAttributes.ACCESS_DENIED_403, new MissingCsrfTokenException("x")))
        .andExpect(status().isForbidden()).andExpect(content().string(containsString("This page was open for too long")));
  }

  @Test
  void answersAProgramInJsonAlsoFromTheErrorPage() throws Exception {
    web.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500).requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/x"))
        .andExpect(status().isInternalServerError()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void refusesSomebodyWithoutTheRole() throws Exception {
    web.perform(get("/administrators").with(PERSON)).andExpect(status().isForbidden())
        .andExpect(content().string(containsString("Your roles do not include this.")));
  }
}

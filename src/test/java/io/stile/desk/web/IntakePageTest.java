package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.request.Request;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IntakePageTest extends PageTest {

  @Autowired
  Customers customers;

  @Test
  void leadsToTheOneCustomerWhoFitsExactly() throws Exception {
    Customer only = customers.add(new NewCustomer("Odile Unmatched", "0711 8090 1", null, null));

    opens("front1", "/intake?q=0711/80901").andExpect(redirectedUrl("/intake/" + only.id()));
    opens("front1", "/intake?q=odile unmatched").andExpect(redirectedUrl("/intake/" + only.id()));
  }

  @Test
  void offersWhoIsUncertainAsMaybeAndSelectsNobody() throws Exception {
    customers.add(new NewCustomer("Wilhelmina Quist", null, null, null));

    opens("front1", "/intake?q=Wilhelmina Kwist").andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Wilhelmina Quist"), containsString(">maybe<"),
            containsString("Nobody fits exactly"))));
  }

  @Test
  void givesAChoiceWhereTwoCustomersShareANumber() throws Exception {
    customers.add(new NewCustomer("Pia Shared", "0711 8090 2", null, null));
    customers.add(new NewCustomer("Per Shared", "0711 8090 2", null, null));

    opens("front1", "/intake?q=07118090 2").andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Pia Shared"), containsString("Per Shared"),
            containsString("2 customers fit exactly. Ask who is calling."), not(containsString(">maybe<")))));
  }

  @Test
  void leadsFromItsNumberToARequest() throws Exception {
    Request request = people.phoneSwap();
    String digits = request.number().value().substring(3);

    opens("logistics1", "/intake?q=sr {digits}", digits).andExpect(redirectedUrl("/requests/SR-" + digits));
  }

  @Test
  void saysThatANumberWasMisheard() throws Exception {
    char[] digits = people.phoneSwap().number().value().substring(3).toCharArray();
    digits[2] = digits[2] == '9' ? '0' : (char) (digits[2] + 1);

    opens("front1", "/intake?q=SR-{digits}", new String(digits)).andExpect(status().isOk())
        .andExpect(content().string(containsString("a digit is wrong or missing")));
  }

  @Test
  void answersWithNothingButResultsAsOneTypes() throws Exception {
    opens("front1", "/intake/hits?q=ada sto").andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Ada Stone"), not(containsString("<html")))));
  }

  @Test
  void addsACustomerInOneStep() throws Exception {
    String address = sends("billing1", "/intake/customers", "q", "0711 80903", "name", "Nils Newcomer", "phone",
        "0711 80903", "email", "").andExpect(redirectedUrlPattern("/intake/*")).andReturn().getResponse()
        .getRedirectedUrl();

    Customer added = customers.byId(Long.parseLong(address.substring("/intake/".length()))).orElseThrow();
    assertThat(added.name()).isEqualTo("Nils Newcomer");
    assertThat(added.phone()).isEqualTo("+4971180903");
  }

  @Test
  void putsATypedPhoneNumberIntoThePhoneField() throws Exception {
    opens("front1", "/intake?q=0711 80 90 44").andExpect(status().isOk())
        .andExpect(content().string(matchesPattern("(?s).*name=\"phone\"[^>]*value=\"0711 80 90 44\".*")));
  }

  @Test
  void keepsWhatWasTypedOfANewCustomerThatCannotBe() throws Exception {
    sends("front1", "/intake/customers", "q", "zora", "name", "Zora <b>Neale</b>", "phone", "12", "email", "zora@example.org")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("Zora &lt;b&gt;Neale&lt;/b&gt;"), containsString("value=\"12\""),
            containsString("value=\"zora@example.org\""), containsString("Expected a phone number"),
            containsString("aria-invalid=\"true\""))));
  }
}

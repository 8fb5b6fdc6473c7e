package io.stile.studio.web;

import io.stile.organisation.Organisation;
import io.stile.studio.StudioModels;
import io.stile.web.Viewer;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that can be changed in the studio: who is accountable for it, how it fares, and what is being done about it. */
@Controller
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class StudioPage {

  private final StudioModels models;
  private final Organisation organisation;

  StudioPage(StudioModels models, Organisation organisation) {
    this.models = models;
    this.organisation = organisation;
  }

  @GetMapping(StudioMenu.HREF)
  String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state, Viewer viewer, Model page) {
    People people = new People(organisation);
    ListFilter filter = new ListFilter(q, kind, state);
    List<ListedModel> all = models.all().stream().map(model -> ListedModel.of(model, people)).toList();
    page.addAttribute("lines", all.stream().filter(line -> filter.takes(line, viewer.signIn())).toList());
    page.addAttribute("all", all.size());
    page.addAttribute("filter", filter);
    page.addAttribute("forMe", all.stream().filter(line -> line.model().plan() != null && line.model().plan().canBeApprovedBy(viewer.signIn())).toList());
    return "studio/list";
  }
}

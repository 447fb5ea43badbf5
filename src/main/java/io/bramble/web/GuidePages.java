package io.bramble.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class GuidePages {
    private final Guide guide;

    GuidePages(Guide guide) {
        this.guide = guide;
    }

    @GetMapping("/docs")
    String contents(Model model) {
        return page("index", model);
    }

    @GetMapping("/docs/{slug}")
    String page(@PathVariable String slug, Model model) {
        var page = guide.page(slug).orElseThrow(() -> new PageNotFound("/docs/" + slug));
        var order = guide.pages();
        var position = order.indexOf(page);
        model.addAttribute("page", page);
        model.addAttribute("chapters", guide.chapters());
        model.addAttribute("previous", position > 0 ? order.get(position - 1) : null);
        model.addAttribute("next", position + 1 < order.size() ? order.get(position + 1) : null);
        return "guide";
    }

    /** What the API's problems name as help. */
    @GetMapping("/docs/problems/{slug:[a-z-]+}")
    String problem(@PathVariable String slug) {
        return "redirect:/docs/problems#" + slug;
    }
}

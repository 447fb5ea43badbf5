package io.bramble.web;

import static java.util.stream.Collectors.joining;

import io.bramble.billing.Plans;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

@Controller
class Pages {
    private static final List<String> LEGAL = List.of("terms", "privacy", "imprint");

    private final Plans plans;
    private final Guide guide;
    private final Site site;

    Pages(Plans plans, Guide guide, Site site) {
        this.plans = plans;
        this.guide = guide;
        this.site = site;
    }

    @GetMapping("/")
    String landing(Model model) {
        model.addAttribute("plans", PlanText.of(plans.all()));
        return "landing";
    }

    @GetMapping("/legal/{page}")
    String legal(@PathVariable String page) {
        if (!LEGAL.contains(page)) throw new PageNotFound("/legal/" + page);
        return "legal/" + page;
    }

    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
                User-agent: *
                Disallow: /console/
                Disallow: /api/
                Disallow: /s/
                Disallow: /r/
                Sitemap: %s/sitemap.xml
                """.formatted(site.url());
    }

    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String sitemap() {
        var guidePaths = guide.pages().stream().map(Guide.Page::path);
        var legalPaths = LEGAL.stream().map(page -> "/legal/" + page);
        return Stream.of(Stream.of("/", "/pricing"), guidePaths, legalPaths)
                .flatMap(paths -> paths)
                .map(path -> "<url><loc>" + HtmlUtils.htmlEscape(site.url() + path) + "</loc></url>\n")
                .collect(
                        joining("", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", "</urlset>\n"));
    }
}

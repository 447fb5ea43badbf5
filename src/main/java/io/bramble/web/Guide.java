package io.bramble.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The user guide: Markdown files of {@code docs/guide}, with this installation's addresses filled in. */
@Component
class Guide {
    /** The first page; its headings and links are the navigation and the order of all others. */
    private static final String CONTENTS = "index";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    record Page(String slug, String title, String html, List<Section> sections) {
        public String path() {
            return slug.equals(CONTENTS) ? "/docs" : "/docs/" + slug;
        }
    }

    record Section(String anchor, String title) {}

    record Chapter(String title, List<Page> pages) {}

    private final Site site;
    private final Page contents;
    private final List<Chapter> chapters;

    Guide(Site site) {
        this.site = site;
        var document = read(CONTENTS);
        contents = page(CONTENTS, document);
        chapters = chapters(document);
    }

    List<Chapter> chapters() {
        return chapters;
    }

    /** In reading order, the contents first. */
    List<Page> pages() {
        var pages = new ArrayList<Page>();
        pages.add(contents);
        chapters.forEach(chapter -> pages.addAll(chapter.pages()));
        return pages;
    }

    Optional<Page> page(String slug) {
        return pages().stream().filter(page -> page.slug().equals(slug)).findFirst();
    }

    private List<Chapter> chapters(Node document) {
        var chapters = new ArrayList<Chapter>();
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2)
                chapters.add(new Chapter(Markdown.text(heading), new ArrayList<>()));
            else if (!chapters.isEmpty()) chapters.getLast().pages().addAll(linked(node));
        }
        return List.copyOf(chapters);
    }

    private List<Page> linked(Node node) {
        var pages = new ArrayList<Page>();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                var slug = link.getDestination().replaceFirst("^/docs/", "");
                pages.add(page(slug, read(slug)));
            }
        });
        return pages;
    }

    private Page page(String slug, Node document) {
        var sections = Markdown.headings(document, 2).stream()
                .map(heading -> new Section(Markdown.anchor(heading), Markdown.text(heading)))
                .toList();
        var title = Markdown.text(Markdown.headings(document, 1).getFirst());
        return new Page(slug, title, Markdown.html(document), sections);
    }

    private Node read(String slug) {
        try {
            var source = new ClassPathResource("guide/" + slug + ".md").getContentAsString(StandardCharsets.UTF_8);
            return Markdown.parse(PLACEHOLDER.matcher(source).replaceAll(match -> value(match.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException("The guide's contents name a page that is missing: " + slug, e);
        }
    }

    private String value(String placeholder) {
        return switch (placeholder) {
            case "endpoint" -> site.endpoint();
            case "region" -> site.region();
            case "console" -> site.url();
            case "operator" -> site.operator().name();
            default -> throw new IllegalArgumentException("The guide has an unknown placeholder: " + placeholder);
        };
    }
}

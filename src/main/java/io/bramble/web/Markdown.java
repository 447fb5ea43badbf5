package io.bramble.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown with tables; each heading can be linked to, and links to {@code page.md} become {@code /docs/page}. */
final class Markdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .attributeProviderFactory(_ -> Markdown::anchor)
            .build();

    private Markdown() {}

    static Node parse(String source) {
        var document = PARSER.parse(source);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(target(link.getDestination()));
                visitChildren(link);
            }
        });
        return document;
    }

    static String html(Node document) {
        return RENDERER.render(document);
    }

    static List<Heading> headings(Node document, int level) {
        var headings = new ArrayList<Heading>();
        for (var node = document.getFirstChild(); node != null; node = node.getNext())
            if (node instanceof Heading heading && heading.getLevel() == level) headings.add(heading);
        return headings;
    }

    static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    static String anchor(Heading heading) {
        return text(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) attributes.put("id", anchor(heading));
    }

    private static String target(String link) {
        if (link.equals("index.md")) return "/docs";
        return link.replaceFirst("^([a-z-]+)\\.md(?=#|$)", "/docs/$1");
    }
}

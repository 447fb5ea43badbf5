package io.bramble.ui.files;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.bramble.bucket.Preview;
import io.bramble.storage.StoredObject;
import java.net.URI;

/**
 * A file shown in place. Its bytes come from the store's host and never act in the console: pictures, films and sound as
 * such, PDF in a frame of the store's origin, text fetched and escaped.
 */
@JsModule("./components/preview/text-preview.ts")
@NpmPackage(value = "marked", version = "17.0.1") // Markdown; what it makes is shown in a frame without scripts
@NpmPackage(value = "papaparse", version = "5.5.3") // CSV with its quotes and line ends
@NpmPackage(value = "@types/papaparse", version = "5.5.2", dev = true)
final class PreviewPane extends Div {
    private PreviewPane(Element shown) {
        addClassName("preview");
        getElement().appendChild(shown);
    }

    private PreviewPane(String words) {
        addClassNames("preview", "quiet");
        add(new Text(words));
    }

    static boolean shows(StoredObject object) {
        return object.sizeBytes() > 0 && Preview.of(object.key()).isPresent();
    }

    /** @param address signed for the preview's type */
    static PreviewPane of(StoredObject object, URI address) {
        var preview = Preview.of(object.key()).orElseThrow();
        if (!preview.fits(object.sizeBytes()))
            return new PreviewPane("Pictures above 25 MiB are not shown. Download it to look at it.");
        return new PreviewPane(element(preview.kind(), FileNames.visible(FileNames.last(object.key())), address));
    }

    private static Element element(Preview.Kind kind, String name, URI address) {
        return switch (kind) {
            case IMAGE ->
                new Element("img").setAttribute("src", address.toString()).setAttribute("alt", name);
            case VIDEO -> media("video", name, address);
            case AUDIO -> media("audio", name, address);
            case PDF ->
                new Element("iframe").setAttribute("src", address.toString()).setAttribute("title", name);
            case TEXT ->
                new Element("bramble-text-preview")
                        .setProperty("src", address.toString())
                        .setProperty("name", name);
        };
    }

    private static Element media(String tag, String name, URI address) {
        return new Element(tag)
                .setAttribute("src", address.toString())
                .setAttribute("controls", true)
                .setAttribute("preload", "metadata")
                .setAttribute("aria-label", name);
    }
}

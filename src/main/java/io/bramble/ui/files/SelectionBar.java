package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.ui.parts.Numbers;
import java.util.Collection;

/** What is selected, and what can be done with it: in the place of the tools, so that no row moves. */
class SelectionBar extends Div {
    static final int MOST_DOWNLOADS = 20;

    private final Span words = new Span();
    private final Button download = new Button("Download", VaadinIcon.DOWNLOAD_ALT.create());
    private final Button delete = new Button("Delete", VaadinIcon.TRASH.create());

    SelectionBar(boolean mayWrite, Runnable onDownload, Runnable onDelete, Runnable onAll, Runnable onClear) {
        addClassName("selection-bar");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Selection");
        words.getElement().setAttribute("role", "status");
        download.addClickListener(_ -> onDownload.run());
        delete.addClickListener(_ -> onDelete.run());
        delete.setVisible(mayWrite);
        delete.getElement().setAttribute("data-shortcut", "Delete");
        var all = new Button("Select all", _ -> onAll.run());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        var clear = new Button("Clear", _ -> onClear.run());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        add(words, all, download, delete, clear);
        setVisible(false);
    }

    void show(Collection<Row> selected) {
        setVisible(!selected.isEmpty());
        var folders = selected.stream().filter(Row::isFolder).count();
        var files = selected.size() - folders;
        var bytes = selected.stream().mapToLong(Row::sizeBytes).sum();
        words.setText(words(files, folders, bytes));
        download.setEnabled(folders == 0 && files <= MOST_DOWNLOADS);
        download.setTooltipText(
                download.isEnabled()
                        ? null
                        : "For folders, or more than " + MOST_DOWNLOADS + " files, use aws or rclone");
    }

    static String words(long files, long folders, long bytes) {
        if (files == 0) return Numbers.count(folders, "folder") + " selected";
        var sized = Numbers.count(files, "file") + " selected, " + Numbers.bytes(bytes);
        return folders == 0 ? sized : sized + ", and " + Numbers.count(folders, "folder");
    }
}

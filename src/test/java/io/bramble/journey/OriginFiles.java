package io.bramble.journey;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Copies of files in the page's own file system: the browser gives genuine handles of them, which may be kept, and opens
 * them without asking a person.
 */
record OriginFiles(Page page) {
    private static final String COPY = """
            async () => {
                const root = await navigator.storage.getDirectory();
                for (const file of document.querySelector('#originals').files) {
                    const path = (file.webkitRelativePath || file.name).split('/');
                    let folder = root;
                    for (const name of path.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
                    const copy = await folder.getFileHandle(path.at(-1), { create: true });
                    await file.stream().pipeTo(await copy.createWritable());
                }
            }""";
    private static final String CHOOSE = """
            chosen => {
                const root = navigator.storage.getDirectory();
                window.showOpenFilePicker = async () =>
                    Promise.all(chosen.map(async name => (await root).getFileHandle(name)));
                window.showDirectoryPicker = async () => (await root).getDirectoryHandle(chosen[0]);
            }""";
    private static final String ADD_INPUT = """
            folder => {
                document.querySelector('#originals')?.remove();
                const input = Object.assign(document.createElement('input'), { type: 'file', id: 'originals', multiple: true });
                input.webkitdirectory = folder;
                document.body.append(input);
            }""";

    void copy(Path... files) {
        page.evaluate(ADD_INPUT, false);
        page.locator("#originals").setInputFiles(files);
        page.evaluate(COPY);
    }

    void copyFolder(Path folder) {
        page.evaluate(ADD_INPUT, true);
        page.locator("#originals").setInputFiles(folder);
        page.evaluate(COPY);
    }

    /** Answers the browser's dialogs as a person would who chooses these. */
    void choose(String... names) {
        page.evaluate(CHOOSE, names);
    }
}

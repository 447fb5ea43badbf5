package io.bramble.web;

import io.bramble.bucket.Archive;
import io.bramble.bucket.Preview;
import io.bramble.bucket.Share;
import io.bramble.bucket.SharedLinks;
import io.bramble.provisioning.Engines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What a link shows: a file or a folder. Without session; files come from the engine, never from here. */
@Controller
@RequestMapping("/s/{token}")
class SharePages {
    private final SharedLinks links;
    private final Engines engines;

    SharePages(SharedLinks links, Engines engines) {
        this.links = links;
        this.engines = engines;
    }

    /** Pictures, films and pages of the engine may be shown; what a link says is nobody else's. */
    @ModelAttribute
    void protect(@PathVariable String token, Model model, HttpServletResponse response) {
        var stores = String.join(" ", engines.endpoints());
        SharedHeaders.write(
                response,
                "img-src 'self' data: %s; media-src %1$s; frame-src 'self' %1$s; connect-src 'self' %1$s; worker-src 'self'"
                        .formatted(stores));
        model.addAttribute("base", "/s/" + token);
    }

    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        var proof = Unlocked.proof(request);
        var share = links.open(token, proof);
        if (share.kind() == Share.Kind.UPLOAD) return "redirect:/r/" + token;
        describe(share, model);
        return share.isFolder()
                ? folder(share, token, proof, path, after, model)
                : file(share, token, proof, "", model);
    }

    @GetMapping("/view")
    String view(@PathVariable String token, @RequestParam String path, HttpServletRequest request, Model model) {
        var proof = Unlocked.proof(request);
        var share = links.open(token, proof);
        describe(share, model);
        return file(share, token, proof, path, model);
    }

    /** Asked by the folder page's script: what goes into an archive of it. */
    @GetMapping("/entries")
    @ResponseBody
    Archive entries(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        return links.archive(token, Unlocked.proof(request), path, after);
    }

    /** Not cached, so that each download is asked for and counted. */
    @GetMapping("/file")
    ResponseEntity<Void> download(
            @PathVariable String token, @RequestParam(defaultValue = "") String path, HttpServletRequest request) {
        URI url = links.download(token, Unlocked.proof(request), path);
        return ResponseEntity.status(HttpStatus.FOUND).location(url).build();
    }

    /** Whoever only looks whether the file is there uses none of its downloads up. */
    @RequestMapping(path = "/file", method = RequestMethod.HEAD)
    ResponseEntity<Void> look(
            @PathVariable String token, @RequestParam(defaultValue = "") String path, HttpServletRequest request) {
        links.file(token, Unlocked.proof(request), path);
        return ResponseEntity.ok().build();
    }

    private String folder(Share share, String token, String proof, String path, @Nullable String after, Model model) {
        var base = "/s/" + token;
        var page = links.list(token, proof, path, after);
        var mayView = share.mostDownloads() == null;
        model.addAttribute("steps", SharedPage.steps(path, base));
        model.addAttribute(
                "folders",
                page.folders().stream()
                        .map(folder -> SharedPage.folder(folder, base))
                        .toList());
        model.addAttribute(
                "files",
                page.files().stream()
                        .map(file -> SharedPage.file(file, base, mayView))
                        .toList());
        model.addAttribute("path", path);
        model.addAttribute("archive", SharedPage.archive(share, path));
        model.addAttribute("next", page.next());
        return "share/folder";
    }

    private String file(Share share, String token, String proof, String path, Model model) {
        var found = links.file(token, proof, path);
        var base = "/s/" + token;
        model.addAttribute("file", SharedPage.file(found, base, false));
        model.addAttribute("steps", SharedPage.steps(path, base));
        var mayView = share.mostDownloads() == null && found.sizeBytes() > 0;
        var preview = mayView ? Preview.of(found.name()).orElse(null) : null;
        if (preview == null) return "share/file";
        var fits = preview.fits(found.sizeBytes());
        model.addAttribute("kind", fits ? preview.kind().name() : "TOO_LARGE");
        if (fits) model.addAttribute("preview", links.preview(token, proof, path));
        return "share/file";
    }

    private static void describe(Share share, Model model) {
        model.addAttribute("title", SharedPage.title(share));
        model.addAttribute("until", SharedPage.day(share.expiresAt()));
        model.addAttribute("counted", share.mostDownloads() != null);
    }
}

package io.bramble.bucket;

/** A link, or what it led to, is not to be had: told to those outside, who learn no more than that. */
public class ShareGone extends RuntimeException {
    ShareGone(String whatHappened) {
        super(whatHappened);
    }

    static ShareGone link() {
        return new ShareGone("This link does not work: it has ended, was taken back, or never was. Ask who sent it.");
    }

    static ShareGone file() {
        return new ShareGone("This file is not there any more. Ask who sent you the link.");
    }

    static ShareGone folder() {
        return new ShareGone("This folder is not there any more, or nothing is in it. Ask who sent you the link.");
    }

    static ShareGone busy() {
        return new ShareGone("Too many people are sending files by this link now. Try again in an hour.");
    }

    static ShareGone usedUp() {
        return new ShareGone("This link has been used as often as it may be. Ask who sent it for another.");
    }
}

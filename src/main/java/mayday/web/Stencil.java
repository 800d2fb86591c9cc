package mayday.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** A page with places left open: what stays as it is from second to second is rendered once, and what does not is set in. */
final class Stencil {
    private final byte[][] pieces;

    private Stencil(byte[][] pieces) {
        this.pieces = pieces;
    }

    /** @param cuts where the places are, in order */
    static Stencil cut(byte[] page, List<Integer> cuts) {
        var pieces = new byte[cuts.size() + 1][];
        var from = 0;
        for (var piece = 0; piece < pieces.length; piece++) {
            var until = piece < cuts.size() ? cuts.get(piece) : page.length;
            pieces[piece] = Arrays.copyOfRange(page, from, until);
            from = until;
        }
        return new Stencil(pieces);
    }

    int bytes() {
        return Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
    }

    /** @param parts one for each place, in order */
    byte[] filled(List<byte[]> parts) {
        if (parts.size() != pieces.length - 1) {
            throw new IllegalArgumentException(parts.size() + " parts for " + (pieces.length - 1) + " places");
        }
        var page = new ByteArrayOutputStream(
                bytes() + parts.stream().mapToInt(part -> part.length).sum());
        for (var place = 0; place < parts.size(); place++) {
            page.writeBytes(pieces[place]);
            page.writeBytes(parts.get(place));
        }
        page.writeBytes(pieces[parts.size()]);
        return page.toByteArray();
    }
}

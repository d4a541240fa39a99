package org.selfstab.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/** Reads what a journal holds, and brings its file into a state in which lines can be appended. */
final class JournalContent {

    private static final String WAY_OUT = "--restart discards its points, another --out keeps them";

    private final Path file;
    private final JournalHeader header;
    private final int points;

    JournalContent(Path file, JournalHeader header, int points) {
        this.file = file;
        this.header = header;
        this.points = points;
    }

    /** The finished points; of an empty file, or one whose header was cut, none, and the header is written. */
    List<PointResult> readOrBegin(FileChannel channel) throws IOException {
        byte[] bytes = bytesOf(channel);
        int whole = endOfLastLine(bytes);
        List<String> lines = new String(bytes, 0, whole, UTF_8).lines().toList();
        if (lines.size() < header.size() && isCutHeader(new String(bytes, UTF_8))) {
            channel.truncate(0).position(0);
            SweepJournal.write(channel, header.text());
            return List.of();
        }
        requireSameSweep(lines);
        List<PointResult> finished = pointsOf(lines);
        channel.truncate(whole).position(whole);
        return finished;
    }

    private static byte[] bytesOf(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        channel.position(0);
        while (content.hasRemaining() && channel.read(content) >= 0) {
            // until all is read
        }
        return content.array();
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private boolean isCutHeader(String text) {
        return header.text().startsWith(text);
    }

    private void requireSameSweep(List<String> lines) {
        if (lines.size() < header.size()) {
            throw new SelfstabException(file + ": not the journal of a sweep", WAY_OUT);
        }
        Optional<String> difference = header.difference(lines.subList(0, header.size()));
        if (difference.isPresent()) {
            throw new SelfstabException(file + ": the points of a sweep " + difference.get(), WAY_OUT);
        }
    }

    private List<PointResult> pointsOf(List<String> lines) {
        List<PointResult> finished = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int i = header.size(); i < lines.size(); i++) {
            Optional<PointResult> point = PointLine.read(lines.get(i));
            if (point.isEmpty()
                    || point.get().index() >= points
                    || seen.get(point.get().index())) {
                throw new Location(file.toString(), i + 1, 1).error("this line is damaged", WAY_OUT);
            }
            seen.set(point.get().index());
            finished.add(point.get());
        }
        return finished;
    }
}

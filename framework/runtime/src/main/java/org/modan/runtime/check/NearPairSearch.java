/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Finds images that show the same though their bytes differ: saved anew, of another size,
 * brightness or contrast, or a moment or a slice apart. Turned, mirrored and cropped copies are not
 * found.
 *
 * <p>A pair is one if the hashes differ in at most {@value #FARTHEST} bits and the detail
 * correlates by at least {@value #LEAST_SIMILAR}. Copies of ultrasound images of 256 pixels and
 * more that are saved as JPEG of quality 50, half or one and a half times as large, brighter by 20
 * levels, of contrast 1.2 or gamma 0.8 correlate by at least 0.95 and differ in at most 10 bits. In
 * ultrasound the pairs above 0.9 that are no copies are views of the same lesion, and in CT and MR
 * neighbouring slices of one patient: images that folds must not part either.
 *
 * <p>Every hash is compared with every other. That takes about a nanosecond, and reading an image
 * takes a million of them: below a million images an index would save nothing that is felt.
 */
final class NearPairSearch {

    private static final int FARTHEST = 10;
    private static final double LEAST_SIMILAR = 0.9;
    private static final int CHUNK = 512;

    private static final Comparator<Match> GRAVEST_LAST =
            Comparator.comparing((Match match) -> match.pair().acrossClasses())
                    .thenComparing(match -> match.pair().acrossGroups())
                    .thenComparing(match -> match.pair().similarity())
                    .thenComparing(Match::first, Comparator.reverseOrder())
                    .thenComparing(Match::second, Comparator.reverseOrder());

    private record Candidate(Picture picture, String digest, Fingerprint print) {}

    private record Match(int first, int second, NearPair pair) {}

    private final List<Candidate> candidates;
    private final long[] hashes;
    private final BitSet found = new BitSet();
    private final PriorityQueue<Match> gravest = new PriorityQueue<>(GRAVEST_LAST);
    private long pairs;
    private long acrossClasses;
    private long acrossGroups;

    private NearPairSearch(List<Candidate> candidates) {
        this.candidates = candidates;
        this.hashes = candidates.stream().mapToLong(one -> one.print().hash()).toArray();
    }

    /**
     * @param pictures in the order of the sightings
     * @param progress hears how many of the sightings are compared with all that follow them
     */
    static NearPairs among(
            List<Picture> pictures, List<Optional<Sighting>> sightings, IntConsumer progress) {
        NearPairSearch search = new NearPairSearch(candidates(pictures, sightings));
        int others = sightings.size() - search.hashes.length;
        for (int start = 0; start < search.hashes.length; start += CHUNK) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while images were compared");
            }
            int end = Math.min(start + CHUNK, search.hashes.length);
            IntStream.range(start, end).parallel().forEach(search::compareWithFollowing);
            progress.accept(others + end);
        }
        return search.result();
    }

    private static List<Candidate> candidates(
            List<Picture> pictures, List<Optional<Sighting>> sightings) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            sightings
                    .get(i)
                    .ifPresent(
                            seen ->
                                    seen.fingerprint()
                                            .map(
                                                    print ->
                                                            new Candidate(
                                                                    picture, seen.digest(), print))
                                            .ifPresent(candidates::add));
        }
        return candidates;
    }

    private void compareWithFollowing(int first) {
        long hash = hashes[first];
        for (int second = first + 1; second < hashes.length; second++) {
            if (Long.bitCount(hash ^ hashes[second]) <= FARTHEST) {
                verify(first, second);
            }
        }
    }

    private void verify(int first, int second) {
        Candidate one = candidates.get(first);
        Candidate other = candidates.get(second);
        // First what is quick: an archive may hold one image thousands of times.
        if (one.digest().equals(other.digest())) {
            return;
        }
        double similarity = one.print().similarity(other.print());
        if (similarity >= LEAST_SIMILAR) {
            add(new Match(first, second, new NearPair(one.picture(), other.picture(), similarity)));
        }
    }

    /** What is counted and kept does not depend on the order in which matches are found. */
    private synchronized void add(Match match) {
        pairs++;
        acrossClasses += match.pair().acrossClasses() ? 1 : 0;
        acrossGroups += match.pair().acrossGroups() ? 1 : 0;
        found.set(match.first());
        found.set(match.second());
        gravest.add(match);
        if (gravest.size() > NearPairs.NAMED) {
            gravest.remove();
        }
    }

    private NearPairs result() {
        List<Match> matches = new ArrayList<>(gravest);
        matches.sort(GRAVEST_LAST.reversed());
        return new NearPairs(
                pairs,
                found.cardinality(),
                acrossClasses,
                acrossGroups,
                matches.stream().map(Match::pair).toList());
    }
}

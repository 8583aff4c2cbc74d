package org.practicewatch.sample;

/**
 * Which children are brothers and sisters. Children stand in blocks of four, and each block falls
 * into families by its own chance, so that a child's family does not depend on how many there are.
 *
 * @param first the number of its eldest child
 * @param size how many children it has
 * @param place this child's place, 0 for the eldest
 */
record Family(int first, int size, int place) {

  private static final int BLOCK = 4;
  private static final int[][] SIZES = {{1, 1, 1, 1}, {2, 1, 1}, {2, 2}, {3, 1}, {4}};

  static Family of(long seed, int number) {
    int block = number / BLOCK;
    Chance chance = Chance.of(seed, Chance.key("block"), block);
    int first = block * BLOCK;
    for (int size : SIZES[chance.weighted(40, 25, 15, 13, 7)]) {
      if (number < first + size) {
        return new Family(first, size, number - first);
      }
      first += size;
    }
    throw new IllegalStateException("The families of a block do not fill it");
  }
}

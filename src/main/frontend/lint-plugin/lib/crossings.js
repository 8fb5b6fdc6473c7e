/** So many pairs of segments are looked at; whoever draws more on one spot has drawn nothing that can be read. */
const MOST = 500_000;

/**
 * Which flows cross: for each the first one after it that it crosses, by their numbers. Two flows that share an end may meet, and
 * cross if each lies on both sides of the other; any others must not touch.
 *
 * @param {Segment[][]} edges the segments of each flow
 * @param {(a: number, b: number) => boolean} share whether two flows share an end
 * @returns {Map<number, number> | undefined} undefined if there were too many to look at
 */
exports.crossings = function crossings(edges, share) {
  const segments = edges.flatMap((edge, flow) => edge.map(segment => ({ flow, segment, left: segment.left, right: segment.right })));
  segments.sort((a, b) => a.left - b.left);
  const found = new Map();
  let open = [];
  let looked = 0;
  for (const one of segments) {
    open = open.filter(other => other.right >= one.left);
    looked += open.length;
    if (looked > MOST) {
      return undefined;
    }
    for (const other of open) {
      const [a, b] = one.flow < other.flow ? [one.flow, other.flow] : [other.flow, one.flow];
      if (a !== b && !(found.get(a) <= b) && meet(one.segment, other.segment, share(a, b))) {
        found.set(a, b);
      }
    }
    open.push(one);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
};

function meet(a, b, shareAnEnd) {
  return a.top <= b.bottom && b.top <= a.bottom && (shareAnEnd ? a.crosses(b) : a.touches(b));
}

/* Bubbles that would lie on one another become one. No bubble is moved: one council's stands at its
 * council, that of several at the one of them which is nearest to their middle, so on land among them. */
(function () {
  "use strict";

  const KIN = 0.1, OTHERS = 0.4; // of the smaller radius: how far bubbles of one region, and of two, may lie on one another

  const TURNS = 4, FAR = 160; // rounds of stepping aside, and pixels beyond which no bubble matters

  /* Returns groups {members, x, y, count, r} of spots {id, x, y, count, region}; `radius(count, several)`
   * says how large one is. Those of one region come together first, those of several where even
   * these overlap. The order of the spots does not matter. */
  window.clusters = function (spots, radius) {
    let groups = spots.map(spot => group([spot], radius));
    groups = settled(groups, radius, (a, b) => a.region === b.region && overlap(a, b, KIN));
    aside(groups);
    return settled(groups, radius, (a, b) => overlap(a, b, OTHERS));
  };

  /* Lets each bubble of several councils that lies on another stand at the one of them that is farthest from
   * all other bubbles, the nearest to their middle where several are far enough. */
  function aside(groups) {
    for (let turn = 0; turn < TURNS; turn++)
      groups.forEach(function (one) {
        if (one.members.length === 1 || !groups.some(other => other !== one && overlap(one, other, KIN))) return;
        const home = middle(one.members), near = groups.filter(other => other !== one && Math.hypot(other.x - one.x, other.y - one.y) < FAR);
        let best = null, least = Infinity;
        one.members.forEach(function (spot) {
          const tight = near.reduce((sum, other) => sum + Math.max(0, one.r + other.r - Math.hypot(spot.x - other.x, spot.y - other.y)), 0);
          const cost = 3 * tight + Math.hypot(spot.x - home.x, spot.y - home.y);
          if (cost < least) { best = spot; least = cost; }
        });
        one.x = best.x; one.y = best.y; one.key = best.id;
      });
  }

  /* Merges until no two are left that may be merged. */
  function settled(groups, radius, may) {
    for (let before = groups.length + 1; groups.length < before;) {
      before = groups.length;
      groups = pass(groups, radius, may);
    }
    return groups;
  }

  /* Lets each group, the largest first, take in what lies on it. */
  function pass(groups, radius, may) {
    groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
    const gone = new Set(), kept = [];
    groups.forEach(function (one, i) {
      if (gone.has(i)) return;
      const taken = [one];
      for (let j = i + 1; j < groups.length; j++) {
        if (gone.has(j) || !may(one, groups[j])) continue;
        gone.add(j);
        taken.push(groups[j]);
      }
      kept.push(taken.length > 1 ? group(taken.flatMap(each => each.members), radius) : one);
    });
    return kept;
  }

  function overlap(a, b, most) {
    const dx = a.x - b.x, dy = a.y - b.y, near = a.r + b.r - most * Math.min(a.r, b.r);
    return dx * dx + dy * dy < near * near;
  }

  function group(members, radius) {
    const count = members.reduce((sum, spot) => sum + spot.count, 0), at = middle(members);
    const one = members.every(spot => spot.region === members[0].region);
    return { members: members, key: at.id, x: at.x, y: at.y, count: count, r: radius(count, members.length > 1), region: one ? at.region : "" };
  }

  /* The member that is nearest to the middle of all, each as heavy as its briefs. */
  function middle(members) {
    if (members.length === 1) return members[0];
    let weight = 0, x = 0, y = 0;
    members.forEach(spot => { const w = spot.count + 1; weight += w; x += w * spot.x; y += w * spot.y; });
    const away = spot => Math.hypot(spot.x - x / weight, spot.y - y / weight);
    return members.reduce(function (best, spot) {
      const nearer = away(spot) - away(best);
      return nearer < 0 || nearer === 0 && spot.id < best.id ? spot : best;
    });
  }
})();

// A desk of the tests: lists, memory and inspector of a role.

import { bytes } from "./check.mjs";

export const desk = ({ Bundle, EncounterSeed, Inspector, Memory, Post, Roots }, of, role) => {
  const roots = Roots.dangerousTest(bytes(of.anchor));
  const memory = new Memory();
  const bundle = Bundle.open(bytes(of.lists.bundle), roots, memory, of.now);
  const encounterSeed = new EncounterSeed(bytes(of.encounter));
  return { roots, memory, bundle, encounterSeed, inspector: new Inspector(bundle, Post.open(bytes(of.mandates[role]), bundle)) };
};

export const codes = (findings) => findings.map((finding) => finding.code);

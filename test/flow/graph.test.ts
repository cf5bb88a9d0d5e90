import { describe, expect, it } from '@jest/globals';
import { graphOf, mermaid } from '../../src/flow/graph.ts';
import { readFlows } from '../../src/flow/read-flows.ts';
import { smallSet } from './small-set.ts';

const graph = graphOf(readFlows(smallSet).flows);

describe('graphOf', () => {
  it('holds every step and every way, with the answer that leads there', () => {
    expect(graph.steps.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'tip.where ask',
      'tip.more choose',
      'tip.person hand-off',
      'tip.bye end',
    ]);
    expect(graph.ways).toEqual([
      { from: 'tip.where', to: 'tip.more' },
      { from: 'tip.more', to: 'tip.where', via: 'retry' },
      { from: 'tip.more', to: 'tip.person', via: 'person' },
      { from: 'tip.more', to: 'tip.bye', via: 'done' },
    ]);
  });
});

describe('mermaid', () => {
  it('draws one box a flow, and names the answers on the ways', () => {
    expect(mermaid(graph).split('\n')).toEqual([
      'flowchart TD',
      '  subgraph tip["tip"]',
      '    tip_where("where<br/>ask")',
      '    tip_more("more<br/>choose")',
      '    tip_person[["person<br/>hand-off"]]',
      '    tip_bye(["bye<br/>end"])',
      '  end',
      '  tip_where --> tip_more',
      '  tip_more -->|retry| tip_where',
      '  tip_more -->|person| tip_person',
      '  tip_more -->|done| tip_bye',
    ]);
  });
});

import { useState } from 'react';
import { addressOf, type Frames } from '@/components/practice/address';
import { holderOf } from '@/components/practice/certificates';
import { Pressable } from '@/components/practice/pressable';
import { CLASSIC_WORDS as W } from '@/components/practice/skins/classic';
import type { SiteProps } from '@/components/practice/skins/model';
import './classic.css';
import { ClassicContent } from './content';
import { ClassicLogin } from './login';
import { CLASSIC_ID, contentAddress, viewOf } from './views';

function Head({ state, dispatch, frames }: SiteProps) {
  return (
    <table className="head" cellSpacing={0}>
      <tbody>
        <tr>
          <td className="headtitle">{W.title}</td>
          <td className="headuser">
            {W.head}
            {holderOf(state.tab.account)}{' '}
            <Pressable
              as="a"
              reachable
              onPress={() => {
                dispatch({ type: 'logout' });
                (window.top ?? window).location.assign(addressOf(CLASSIC_ID, 'top', frames));
              }}
            >
              {W.logout}
            </Pressable>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Menu({ frames }: { readonly frames: Frames }) {
  const link = (view: 'home' | 'password' | 'ca-list' | 'seal', text: string) => (
    <tr>
      <td>
        <a
          href={contentAddress(frames, view)}
          target="content"
          data-practice={view === 'ca-list' ? 'ca-menu' : undefined}
        >
          {text}
        </a>
      </td>
    </tr>
  );
  const dead = (text: string) => (
    <tr>
      <td>{text}</td>
    </tr>
  );
  return (
    <table className="menu" cellSpacing={0}>
      <tbody>
        <tr>
          <th>{W.menuTitle}</th>
        </tr>
        {link('home', W.menu.home)}
        {dead(W.menu.plan)}
        {dead(W.menu.order)}
        {dead(W.menu.contract)}
        {link('password', W.menu.password)}
        {link('ca-list', W.menu.ca)}
        {link('seal', W.menu.seal)}
      </tbody>
    </table>
  );
}

/** The window after login, cut up by iframes. (A frameset is no React tree: see frameset.ts.) */
function Shell(props: SiteProps) {
  const [view] = useState(() => viewOf(props.state));
  return (
    <>
      <Head {...props} />
      <div className="shell">
        <iframe
          name="menu"
          title={W.menuTitle}
          src={addressOf(CLASSIC_ID, 'menu', props.frames)}
          className="menuframe"
        />
        <iframe
          name="content"
          title={W.title}
          src={contentAddress(props.frames, view)}
          className="contentframe"
        />
      </div>
    </>
  );
}

function Part(props: SiteProps) {
  // What the window was loaded as it stays, until another document is loaded into it.
  const [inside] = useState(props.state.tab.page !== 'login');
  switch (props.part) {
    case 'head':
      return <Head {...props} />;
    case 'menu':
      return <Menu frames={props.frames} />;
    case 'content':
      return <ClassicContent {...props} />;
    default:
      return inside ? <Shell {...props} /> : <ClassicLogin {...props} />;
  }
}

export function ClassicSite(props: SiteProps) {
  return (
    <div className={`practice-classic is-${props.part}`}>
      <Part {...props} />
    </div>
  );
}
